// What goes into a statement, by name.
global using Values = (string Name, object? Value)[];
