module usegolib.internal/bench

go 1.26
