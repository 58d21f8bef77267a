using NewsBot.Core.Commands;
using NewsBot.Local.Json;

namespace NewsBot.Local;

/// <summary>Announces the commands: here as a list of completions while someone types, with live values such as topics.</summary>
internal sealed class LocalMenu(ICommandBook commands)
{
    public async Task<CompletionsJson> OffersAsync(Caller caller, string line, CancellationToken stop)
    {
        var completions = await commands.CompleteAsync(caller, line, stop);
        return new([.. completions.Select(completion => new CompletionJson(completion.Line, completion.Label, completion.Description))]);
    }
}
