using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

/// <summary>What a command may be asked with. Options are static objects that the spec announces and the handler asks with.</summary>
public abstract record Option(string Name, Phrase Description)
{
    public bool IsRequired { get; init; }

    /// <summary>True when it is only ever given by name ("page:2"), so that it never takes a word meant for another option.</summary>
    public bool IsNamedOnly { get; init; }

    /// <summary>Where live suggestions for this option come from.</summary>
    public Suggestions Suggestions { get; init; }

    /// <summary>True when it takes the rest of the line, spaces and all; then it is the last option.</summary>
    public bool TakesRest { get; init; }

    /// <summary>Null when the value can be read, else one sentence that says what to write instead.</summary>
    public abstract string? Complaint(string raw, Language language);
}

/// <typeparam name="T">What the handler gets.</typeparam>
public abstract record Option<T>(string Name, Phrase Description) : Option(Name, Description)
{
    /// <summary>Only called with a raw value that <see cref="Option.Complaint"/> had nothing against.</summary>
    public abstract T Value(string raw);
}

public enum Suggestions
{
    None,
    Topics,

    /// <summary>Topics, and the word "everything".</summary>
    Follows,
    Articles,

    /// <summary>Feeds and pages on the web.</summary>
    Sources,
    Commands,

    /// <summary>The choices of a <see cref="ChoiceOption"/>.</summary>
    Choices,

    /// <summary>Values of the setting whose name stands before it.</summary>
    Settings,
}
