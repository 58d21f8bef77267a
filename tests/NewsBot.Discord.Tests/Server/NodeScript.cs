using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace NewsBot.Discord.Tests.Server;

/// <summary>A script of the folder discordjs in a Node process; it tells what happens as JSON, one object per line.</summary>
internal sealed class NodeScript : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<JsonObject> _told = [];
    private readonly ConcurrentQueue<string> _complaints = [];
    private readonly SemaphoreSlim _more = new(0);
    private readonly Task _reading;

    private NodeScript(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, it) => _complaints.Enqueue(it.Data ?? "");
        _process.BeginErrorReadLine();
        _reading = ReadAsync();
    }

    /// <summary>Skips the test where Node or its packages are missing, and fails it where CI=true.</summary>
    public static NodeScript Start(string script, params string[] arguments)
    {
        var folder = Folder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "discord.js")) || Node() is not { } node)
        {
            const string Sentence = "The server is checked with discord.js, and Node.js or its packages are missing: apt-get install nodejs npm, then npm ci in tests/NewsBot.Discord.Tests/Server/discordjs.";
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(Sentence);
            Assert.Skip(Sentence);
            throw new UnreachableException();
        }
        var start = new ProcessStartInfo(node, [Path.Combine(folder, script), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new(Process.Start(start)!);
    }

    /// <summary>Waits for the script to tell something.</summary>
    public async Task<JsonObject> ToldAsync(string what, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            lock (_told)
            {
                if (_told.Find(it => (string?)it["what"] == what) is { } found) return found;
                if (_told.Find(it => (string?)it["what"] == "error") is { } error) Assert.Fail($"discord.js: {error.ToJsonString()}");
            }
            Assert.False(_reading.IsCompleted && _more.CurrentCount == 0, $"The script ended without telling '{what}': {string.Join('\n', _complaints)}");
            try
            {
                await _more.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                Assert.Fail($"The script did not tell '{what}', only {Told()} {string.Join('\n', _complaints)}");
            }
        }
    }

    public string Told()
    {
        lock (_told) return string.Join('\n', _told.Select(it => it.ToJsonString()));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }
        await _reading;
        _process.Dispose();
        _more.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith('{')) continue;
            lock (_told) _told.Add((JsonObject)JsonNode.Parse(line)!);
            _more.Release();
        }
        _more.Release();
    }

    private static string? Node() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => (string[])[Path.Combine(folder, "node"), Path.Combine(folder, "node.exe")]).FirstOrDefault(File.Exists);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "discordjs");
}
