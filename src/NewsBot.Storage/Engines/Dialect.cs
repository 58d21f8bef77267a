namespace NewsBot.Storage.Engines;

/// <summary>The few words in which the two engines' SQL differs.</summary>
internal sealed record Dialect
{
    public static Dialect Sqlite { get; } = new()
    {
        Name = "sqlite",
        Each = name => $"json_each(@{name})",
        ForUpdate = "",
        SkipLocked = "",
    };

    public static Dialect Postgres { get; } = new()
    {
        Name = "postgres",
        Each = name => $"jsonb_array_elements_text(cast(@{name} as jsonb)) as each(value)",
        ForUpdate = "for no key update",
        SkipLocked = "for no key update skip locked",
    };

    /// <summary>The middle of a step's file name.</summary>
    public required string Name { get; init; }

    /// <summary>A table with the column "value" out of a parameter that holds a JSON list of texts.</summary>
    public required Func<string, string> Each { get; init; }

    /// <summary>Holds the rows that were read until the transaction ends; SQLite has only one writer anyway.</summary>
    public required string ForUpdate { get; init; }

    /// <summary>The same, but rows that somebody else holds are passed over.</summary>
    public required string SkipLocked { get; init; }
}
