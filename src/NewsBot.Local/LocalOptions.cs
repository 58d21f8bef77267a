namespace NewsBot.Local;

/// <summary>Section "Local" of the settings. A null in the file is the same as an empty text.</summary>
public sealed class LocalOptions
{
    /// <summary>Characters; 16 random ones cannot be guessed in a lifetime at the pace that <c>WrongKeys</c> allows.</summary>
    public const int ShortestKey = 16;

    /// <summary>False: no page, no rooms. The health addresses stay.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Where the page listens: http, a host and a port (0 takes any free one).</summary>
    public string Address { get; set => field = value ?? ""; } = "http://127.0.0.1:5080";

    /// <summary>Asked for on the page before anything is shown; empty asks nobody, which only a loopback address may do.</summary>
    public string AccessKey { get; set => field = value ?? ""; } = "";

    /// <summary>The rooms made on the very first start; later ones are made on the page.</summary>
    public IList<RoomOptions> Rooms { get; init; } = [];
}

public sealed class RoomOptions
{
    /// <inheritdoc cref="RoomName"/>
    public string Name { get; set => field = value ?? ""; } = "";

    /// <summary>Topic keys, or "everything".</summary>
    public IList<string> Follows { get; init; } = [];
}
