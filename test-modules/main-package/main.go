// A program among packages: it is left out and breaks nothing.
package main

// Run cannot be imported.
func Run() {}

func main() {}
