using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace NewsBot.Local.Tests.Browser;

/// <summary>The real program in a process and a home of its own, at an address that stays the same over restarts.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("newsbot-page-").FullName;
    private Process? _process;

    public BotProcess()
    {
        Directory.CreateDirectory(Seeds);
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.json")), null, new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip })!;
        settings["Local"]![nameof(Address)] = Address;
        // The page is tried with many posts, not with one round-up of them.
        settings["Delivery"]!["MostInTenMinutes"] = 0;
        settings["Delivery"]!["MostFromSource"] = 0;
        File.WriteAllText(Path.Combine(_home, "appsettings.json"), settings.ToJsonString());
    }

    public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

    private string Seeds => Path.Combine(_home, "seeds");

    /// <summary>Writes an article that has been lying there for a while, so that nobody waits for it to be finished.</summary>
    public void Write(string name, string text)
    {
        var path = Path.Combine(Seeds, name);
        File.WriteAllText(path + "~", text);
        File.SetLastWriteTimeUtc(path + "~", new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.Move(path + "~", path, overwrite: true);
    }

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _home };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "newsbot.dll"));
        start.Environment["NEWSBOT_HOME"] = _home;
        _process = Process.Start(start)!;
        // Unread pipes fill up, and then the bot would wait for us.
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>SIGTERM, and the wait for an orderly end.</summary>
    public async Task StopAsync()
    {
        using (Process.Start("kill", ["-TERM", $"{_process!.Id}"])) await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await StopAsync();
        Directory.Delete(_home, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
