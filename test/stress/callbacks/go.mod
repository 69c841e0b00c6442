module usegolib.test/callbacks

go 1.26
