namespace NewsBot.Core.Commands;

/// <summary>Refuses at start what the narrowest platform could not show.</summary>
public static class SpecLimits
{
    /// <exception cref="InvalidOperationException">Names the command and the limit.</exception>
    public static void Check(IReadOnlyList<CommandSpec> specs)
    {
        foreach (var spec in specs)
        {
            // Discord: names 1–32, descriptions 1–100, 25 options; Telegram's menu: descriptions up to 256. A third word has no form on Discord.
            Demand(spec.Path.Split(' ') is { Length: 1 or 2 } words && words.All(word => word.Length <= 32 && word.All(letter => char.IsAsciiLetterLower(letter) || letter == '-')), spec, "has a path of one or two words of at most 32 small letters");
            Demand(spec.Description.English.Length is > 0 and <= 100, spec, "has descriptions of 1 to 100 characters");
            Demand(spec.Options.Count <= 25, spec, "has at most 25 options");
            Demand(spec.Options.All(option => option.Name.Length <= 32 && option.Description.English.Length is > 0 and <= 100), spec, "has options with short names and descriptions of 1 to 100 characters");
            Demand(spec.Options.Where(option => !option.IsNamedOnly).SkipLast(1).All(option => !option.TakesRest), spec, "takes the rest of the line only in its last positional option");
            Demand(spec.Options.SkipWhile(option => option.IsRequired).All(option => !option.IsRequired), spec, "puts required options first");
        }
    }

    private static void Demand(bool holds, CommandSpec spec, string what)
    {
        if (!holds) throw new InvalidOperationException($"The command '{spec.Path}' cannot be announced unless it {what}.");
    }
}
