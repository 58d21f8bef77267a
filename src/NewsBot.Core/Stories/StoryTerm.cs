namespace NewsBot.Core.Stories;

/// <summary>Where a term stands and what it looks like.</summary>
[Flags]
internal enum TermTraits : byte
{
    None = 0,
    Title = 1,
    Lead = 2,

    /// <summary>Capitalised within a sentence.</summary>
    Name = 4,
    Number = 8,

    /// <summary>Two numbers with a colon or dash, as a match ends: two different ones are two matches.</summary>
    Result = 16,
}

/// <summary>A stem of the title or the lead.</summary>
internal readonly record struct StoryTerm(uint Hash, TermTraits Traits)
{
    public bool Is(TermTraits traits) => (Traits & traits) != 0;
}
