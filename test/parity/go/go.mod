module usegolib.test/original

go 1.24
