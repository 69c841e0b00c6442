module usegolib.test/web

go 1.26
