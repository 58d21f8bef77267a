using System.Text.Json.Nodes;

namespace NewsBot.Tests;

/// <summary>A home for a bot in a temporary folder: the shipped settings with a few changed, an own seeds folder, an own database.</summary>
internal sealed class BotHome : IDisposable
{
    public BotHome(string? rooms = null)
    {
        Folder = Directory.CreateTempSubdirectory("newsbot-").FullName;
        Directory.CreateDirectory(Seeds);
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Folder, "appsettings.json")), null, new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip })!;
        settings["Local"]!["Address"] = "http://127.0.0.1:0";
        if (rooms is not null) settings["Local"]!["Rooms"] = JsonNode.Parse(rooms);
        // Tests write many articles at once and count every post; those about floods set their own limits.
        settings["Delivery"]!["MostInTenMinutes"] = 0;
        settings["Delivery"]!["MostFromSource"] = 0;
        settings["Support"]!["Links"] = JsonNode.Parse("""[ { "Label": "Become a member", "Address": "https://example.org/join" } ]""");
        File.WriteAllText(Path.Combine(Folder, "appsettings.json"), settings.ToJsonString());
    }

    public string Folder { get; }

    public string Seeds => Path.Combine(Folder, "seeds");

    public void Change(string section, string setting, JsonNode value)
    {
        var path = Path.Combine(Folder, "appsettings.json");
        var settings = JsonNode.Parse(File.ReadAllText(path))!;
        settings[section]![setting] = value;
        File.WriteAllText(path, settings.ToJsonString());
    }

    /// <summary>Writes an article that has been lying there for a while, so that nobody waits for it to be finished.</summary>
    public void Write(string name, string text)
    {
        var path = Path.Combine(Seeds, name);
        File.WriteAllText(path + "~", text);
        File.SetLastWriteTimeUtc(path + "~", new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc));
        File.Move(path + "~", path, overwrite: true);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
