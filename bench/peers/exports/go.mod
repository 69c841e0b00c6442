module usegolib.internal/bench-exports

go 1.26
