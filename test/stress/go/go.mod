module usegolib.test/stress

go 1.26
