namespace NewsBot.DiscordApi;

/// <summary>Every route that the server speaks.</summary>
internal static class Routes
{
    private static readonly Route[] All = [.. AccountRoutes.All, .. CommandRoutes.All, .. GuildRoutes.All, .. ChannelRoutes.All, .. MessageRoutes.All, .. InteractionRoutes.All];

    private static readonly ILookup<int, Route> ByLength = All.ToLookup(route => route.Steps.Length);

    /// <summary>The route, and the values of its parameters; without route, whether the path exists with another method.</summary>
    public static (Route? Route, Dictionary<string, string> Values, bool PathExists) Find(string method, string path)
    {
        var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var exists = false;
        foreach (var route in ByLength[steps.Length])
        {
            if (Match(route, steps) is not { } values) continue;
            exists = true;
            if (route.Method == method) return (route, values, true);
        }
        return (null, [], exists);
    }

    private static Dictionary<string, string>? Match(Route route, string[] steps)
    {
        Dictionary<string, string> values = [];
        foreach (var (index, step) in route.Steps.Index())
        {
            if (step[0] == '{') values[step[1..^1]] = Uri.UnescapeDataString(steps[index]);
            else if (step != steps[index]) return null;
        }
        return values;
    }
}
