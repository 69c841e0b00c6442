module usegolib.internal/gen

go 1.26
