using System.Net;

namespace NewsBot.Sources.Web;

/// <summary>
/// Fetches what a person, a feed or a page named: the only way out of the process for such addresses. Every answer of the network is a
/// <see cref="FetchResult"/>; only the caller's own cancellation throws.
/// </summary>
internal sealed class Fetcher(IHttpClientFactory clients, HostTurns turns, FetchLimits limits, UserAgent agent, TimeProvider clock)
{
    private readonly BodyReader _bodies = new(limits, clock);

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken stop)
    {
        if (AddressRules.Objection(request.Address) is { } objection) return new FetchResult.Blocked(objection);
        var way = new Way(request.Address);
        var left = limits.Whole;
        while (true)
        {
            using var turn = await turns.TakeAsync(AddressRules.Host(way.At), stop);
            var began = clock.GetTimestamp();
            if (await AskAsync(way, request, left, stop) is { } result) return result;
            left -= clock.GetElapsedTime(began);
            if (left <= TimeSpan.Zero) return new FetchResult.Broken(FetchWords.TooSlow) { MovedTo = way.MovedTo };
        }
    }

    /// <returns>Null when the answer was a redirect, which the way has taken.</returns>
    private async Task<FetchResult?> AskAsync(Way way, FetchRequest request, TimeSpan left, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(left, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        try
        {
            using var question = Question(way.At, request);
            using var client = clients.CreateClient(SafeConnection.ClientName);
            using var response = await client.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (request.Form is not null && !IsMoved(response)) return Posted(response);
            return way.Takes(response, limits.Redirects, out var dead)
                ? dead is null ? null : dead with { MovedTo = way.MovedTo }
                : await AnswerAsync(response, way, request, either.Token) with { MovedTo = way.MovedTo };
        }
        catch (Exception problem) when (!stop.IsCancellationRequested && IsOfTheNetwork(problem))
        {
            return FetchWords.Of(problem) with { MovedTo = way.MovedTo };
        }
    }

    private async Task<FetchResult> AnswerAsync(HttpResponseMessage response, Way way, FetchRequest request, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation:
                var (body, why) = await _bodies.ReadAsync(response, request, stop);
                return body is null
                    ? new FetchResult.Broken(why ?? FetchWords.CutShort)
                    : new FetchResult.Fetched(body, response.First("Content-Type"), way.At, response.Validators(way.At), response.Hints(now), [.. response.All("Link")]);
            case HttpStatusCode.NotModified when Known(way.At, request) is not null:
                return new FetchResult.NotModified(response.Hints(now));
            case var status:
                return new FetchResult.Refused((int)status, response.RetryAfter(now));
        }
    }

    private HttpRequestMessage Question(Uri address, FetchRequest request)
    {
        var question = new HttpRequestMessage(request.Form is null ? HttpMethod.Get : HttpMethod.Post, address);
        if (request.Form is not null) question.Content = new FormUrlEncodedContent(request.Form);
        question.Headers.TryAddWithoutValidation("User-Agent", agent.Text);
        question.Headers.TryAddWithoutValidation("Accept", request.Accept);
        question.Headers.TryAddWithoutValidation("Accept-Encoding", ContentCoding.Accepted);
        if (Known(address, request) is not { } known) return question;
        if (known.ETag is not null) question.Headers.TryAddWithoutValidation("If-None-Match", known.ETag);
        if (known.LastModified is not null) question.Headers.TryAddWithoutValidation("If-Modified-Since", known.LastModified);
        return question;
    }

    // The other redirects would have a form got instead of posted.
    private static bool IsMoved(HttpResponseMessage response) => response.StatusCode is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private FetchResult Posted(HttpResponseMessage response) =>
        response.IsSuccessStatusCode ? new FetchResult.Accepted() : new FetchResult.Refused((int)response.StatusCode, response.RetryAfter(clock.GetUtcNow()));

    // Validators mean something only to the address that gave them.
    private static Validators? Known(Uri address, FetchRequest request) => request.Known is { } known && known.Address == address ? known : null;

    private static bool IsOfTheNetwork(Exception problem) =>
        problem is HttpRequestException or IOException or OperationCanceledException or InvalidDataException or BlockedException
            or System.Net.Sockets.SocketException or InvalidOperationException or FormatException or ArgumentException or NotSupportedException;
}
