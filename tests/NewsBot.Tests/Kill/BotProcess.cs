using System.Diagnostics;

namespace NewsBot.Tests.Kill;

/// <summary>The real program in a process of its own, which can be killed without a warning.</summary>
internal sealed class BotProcess : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _output = [];

    public BotProcess(string home, params string[] arguments)
        : this(new ProcessStartInfo("dotnet"), home, arguments)
    {
    }

    private BotProcess(ProcessStartInfo start, string home, string[] arguments)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError, start.RedirectStandardInput, start.WorkingDirectory) = (true, true, true, home);
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "newsbot.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["NEWSBOT_HOME"] = home;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>One that is told when a file may not grow (`prlimit --fsize`), as it is told when a disk is full, instead of being ended for it.</summary>
    public static BotProcess OnSmallDisk(string home, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh") { ArgumentList = { "-c", "trap '' XFSZ; exec dotnet \"$@\"", "dotnet" } };
        // Generated code would live in a file of its own, which may not grow either.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return new(start, home, arguments);
    }

    /// <summary>One with name servers of its own: the names in a file that is written like /etc/hosts, and none besides.</summary>
    public static BotProcess WithNames(string hosts, string home, params string[] arguments)
    {
        File.WriteAllText(hosts + ".servers", "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n");
        var script = "mount --bind \"$HOSTS\" /etc/hosts && mount --bind \"$HOSTS.servers\" /etc/resolv.conf && exec dotnet \"$@\"";
        var start = new ProcessStartInfo("unshare") { ArgumentList = { "--map-root-user", "--mount", "/bin/sh", "-c", script, "dotnet" } };
        start.Environment["HOSTS"] = hosts;
        return new(start, home, arguments);
    }

    /// <summary>Whether <see cref="WithNames"/> works on this machine; some forbid it.</summary>
    public static async Task<bool> CanHaveNamesAsync()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/unshare")) return false;
        using var trial = Process.Start(new ProcessStartInfo("unshare", ["--map-root-user", "--mount", "mount", "--bind", "/dev/null", "/etc/hosts"]) { RedirectStandardError = true })!;
        await trial.WaitForExitAsync();
        return trial.ExitCode == 0;
    }

    public int Id => _process.Id;

    public string Output
    {
        get
        {
            lock (_output) return string.Join('\n', _output);
        }
    }

    public bool HasExited => _process.HasExited;

    /// <summary>Waits until it has printed a text.</summary>
    public async Task PrintsAsync(string text, CancellationToken stop)
    {
        while (!Output.Contains(text, StringComparison.Ordinal) && !HasExited) await Task.Delay(10, stop);
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", $"{_process.Id}"]).Dispose();

    public async Task<int> ExitAsync(TimeSpan patience)
    {
        using var timeout = new CancellationTokenSource(patience);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_output) _output.Add(line);
    }
}
