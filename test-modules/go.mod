module usegolib.test/modules

go 1.26
