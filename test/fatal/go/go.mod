module usegolib.test/fatal

go 1.26
