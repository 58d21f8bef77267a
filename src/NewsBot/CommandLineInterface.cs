using System.CommandLine;
using Microsoft.Extensions.Options;
using NewsBot.Storage;

namespace NewsBot;

/// <summary>Exit codes and errors, the same for every verb: 0 fine, 1 failed, 2 wrong use; one sentence on stderr, never a stack trace.</summary>
internal static class CommandLineInterface
{
    public const int Fine = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;

    public static async Task<int> InvokeAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors.Take(1)) await Console.Error.WriteLineAsync($"{error.Message} Type newsbot --help to see what can be typed.");
            return WrongUse;
        }
        try
        {
            // The host handles Ctrl+C and SIGTERM itself, so that what is in flight can end.
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (OperationCanceledException)
        {
            return Failed;
        }
        catch (Exception failure)
        {
            foreach (var sentence in Explain(failure)) await Console.Error.WriteLineAsync(sentence);
            return Failed;
        }
    }

    private static IEnumerable<string> Explain(Exception failure) => failure switch
    {
        OptionsValidationException wrong => wrong.Failures,
        AggregateException many => many.InnerExceptions.SelectMany(Explain),
        StorageException or UserMistakeException => [failure.Message],
        InvalidDataException { InnerException: { } inner } => [$"appsettings.json cannot be read: {OneLine(inner.Message)}"],
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            ["Another program uses that address already; stop it, or set Local:Address to another port."],
        _ => [$"NewsBot could not go on: {OneLine(failure.Message)}"],
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}

/// <summary>Something the person at the keyboard can mend; the message is one sentence that says how.</summary>
internal sealed class UserMistakeException(string message) : Exception(message);
