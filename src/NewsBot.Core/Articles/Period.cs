namespace NewsBot.Core.Articles;

/// <summary>A stretch of time: from its first instant up to, and without, its end.</summary>
public readonly record struct Period(DateTimeOffset From, DateTimeOffset End);
