module usegolib.test/foreign

go 1.26
