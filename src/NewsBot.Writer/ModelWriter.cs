using System.ClientModel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using NewsBot.Core.Writing;

namespace NewsBot.Writer;

/// <summary>Asks a language model. It is given the article and nothing else: no tools, no memory, no secrets.</summary>
internal sealed class ModelWriter(IChatClient chat, IOptions<WriterOptions> options) : IWriter
{
    // Twice the room in tokens is more than any language needs; what goes on after that is no summary.
    private const int MostTokens = 400;

    public bool IsOn => true;

    public string Model => options.Value.Model;

    public async Task<string> WriteAsync(Commission commission, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        enough.CancelAfter(options.Value.Timeout);
        try
        {
            var answer = await chat.GetResponseAsync(Request.Of(commission), new() { MaxOutputTokens = MostTokens, Temperature = 0.2f }, enough.Token);
            return answer.Text;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new WriterException($"It did not answer within {options.Value.Timeout.TotalSeconds:0} s.");
        }
        catch (ClientResultException refused)
        {
            throw new WriterException(refused.Status > 0 ? $"It answered with {refused.Status}." : "It could not be reached.", refused);
        }
        // A library that reads a stranger's answer may fail in ways of its own.
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new WriterException(failure is HttpRequestException or AggregateException ? "It could not be reached." : "Its answer could not be read.", failure);
        }
    }
}
