using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

/// <summary>What a command may be asked with. Options are static objects that the spec announces and the handler asks with.</summary>
public abstract record Option(string Name, Phrase Description, bool IsRequired)
{
    /// <summary>Where live suggestions for this option come from.</summary>
    public Suggestions Suggestions { get; init; }

    /// <summary>True when it takes the rest of the line, spaces and all.</summary>
    public virtual bool TakesRest => false;

    /// <summary>Null when the value can be read, else one sentence that says what to write instead.</summary>
    public abstract string? Complaint(string raw, Language language);
}

public enum Suggestions
{
    None,
    Topics,
    Commands,
    Zones,

    /// <summary>The choices of a <see cref="ChoiceOption"/>.</summary>
    Choices,
}
