using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace NewsBot;

/// <summary>
/// One line for each fact, to be read by a person: the time, a word when it is not just information, the sentence. What an
/// exception says is put behind it on the same line; its stack would help nobody who runs a newsroom.
/// </summary>
internal sealed class PlainLines(TimeProvider clock, IConfiguration configuration) : ConsoleFormatter(FormatName)
{
    public const string FormatName = "plain";

    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";
    private const int StartFailed = 11;

    private readonly SecretWords _secrets = new(configuration);

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        // The host tells why it did not start, and then the program tells it again as its last words: once is enough.
        if (logEntry.EventId.Id == StartFailed && logEntry.Category == HostCategory) return;
        var sentence = logEntry.Formatter(logEntry.State, logEntry.Exception).ReplaceLineEndings(" ");
        textWriter.Write(clock.GetLocalNow().ToString("yyyy-MM-dd HH:mm:ss ", System.Globalization.CultureInfo.InvariantCulture));
        textWriter.Write(Word(logEntry.LogLevel));
        if (logEntry.Exception is { } failure) sentence += $" ({failure.GetType().Name}: {failure.Message.ReplaceLineEndings(" ")})";
        textWriter.Write(_secrets.Hide(sentence));
        textWriter.WriteLine();
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Critical => "FATAL ",
        LogLevel.Error => "ERROR ",
        LogLevel.Warning => "WARNING ",
        LogLevel.Information => "",
        _ => "debug ",
    };
}
