using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace NewsBot.Benchmarks.Platforms;

/// <summary>The real program in a process of its own, in a temporary home, so that its CPU time can be told from that of the server it talks to.</summary>
internal sealed class BotUnderTest : IAsyncDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("newsbot-bench-").FullName;
    private Process? _process;

    /// <param name="change">What to change in the shipped settings.</param>
    public BotUnderTest(Action<JsonNode> change)
    {
        Directory.CreateDirectory(Seeds);
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.json")), null, new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip })!;
        settings["Local"]![nameof(Address)] = Address;
        settings["Local"]!["Rooms"] = new JsonArray();
        settings["Logging"]!["LogLevel"]!["Default"] = "Warning";
        change(settings);
        File.WriteAllText(Path.Combine(_home, "appsettings.json"), settings.ToJsonString());
    }

    public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

    public string Seeds => Path.Combine(_home, "seeds");

    public TimeSpan Cpu => CpuOf(_process!);

    public void Start() => _process = Start(_home, Path.Combine(AppContext.BaseDirectory, "newsbot.dll"), "run");

    public Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(Seeds, name), text);

    /// <summary>Starts another .NET program of this build.</summary>
    public static Process Start(string home, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = home, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["NEWSBOT_HOME"] = home;
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    public static TimeSpan CpuOf(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        Directory.Delete(_home, recursive: true);
    }
}
