using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Protocol;

/// <summary>Sends one request: guards, turn, request, and the answer sorted into an outcome. A 429 is tried again while the caller's patience lasts.</summary>
internal sealed class RestPipe(IHttpClientFactory clients, RestSettings settings, TimeProvider time, ILogger<RestPipe> logger) : IDisposable
{
    /// <summary>The named client: made without the factory's loggers, which would print paths.</summary>
    public const string ClientName = "Discord";

    private const int MostTries = 3;
    private const int LargestAnswer = 8 * 1024 * 1024;

    private readonly RateLimiter _limiter = new(time, settings.GlobalPerSecond, settings.GlobalBurst);
    private readonly InvalidRequestGuard _invalid = new(time, settings.InvalidRequestLimit);
    private readonly DeadWebhooks _dead = new();
    private volatile bool _tokenIsWrong;

    public int BucketCount => _limiter.BucketCount;

    public void Dispose() => _limiter.Dispose();

    /// <summary>The answer's body as T.</summary>
    public Task<RestOutcome<T>> SendAsync<T>(Route route, RestBody? body, JsonTypeInfo<T> kind, TimeSpan? patience, CancellationToken stop) =>
        SendAsync(route, body, bytes => JsonSerializer.Deserialize(bytes, kind) is { } value ? new Ok<T>(value) : Garbled<T>(route), patience, stop);

    /// <summary>An answer whose body does not matter.</summary>
    public Task<RestOutcome<Nothing>> SendAsync(Route route, RestBody? body, TimeSpan? patience, CancellationToken stop) =>
        SendAsync<Nothing>(route, body, _ => new Ok<Nothing>(default), patience, stop);

    private async Task<RestOutcome<T>> SendAsync<T>(Route route, RestBody? body, Func<byte[], RestOutcome<T>> read, TimeSpan? patience, CancellationToken stop)
    {
        var deadline = time.GetUtcNow() + (patience ?? settings.Patience);
        for (var attempt = 1; ; attempt++)
        {
            if (Forbidden(route) is { } why)
                return why;
            var (permit, limited) = await _limiter.EnterAsync(route, deadline - time.GetUtcNow(), stop);
            if (permit is null)
                return limited!;
            var outcome = await TryAsync(route, body, read, permit, stop);
            if (outcome is not Failed<T>(RateLimited again) || attempt == MostTries || time.GetUtcNow() + again.After > deadline)
                return outcome;
        }
    }

    private RestFailure? Forbidden(Route route)
    {
        if (_tokenIsWrong)
            return new TokenIsWrong();
        if (route.TokenInPath && _dead.Contains(route.Resource))
            return new Refused(404, 10015, "This interaction or webhook is gone.");
        return _invalid.HoldBack() is { } after ? new HeldBack(after) : null;
    }

    private async Task<RestOutcome<T>> TryAsync<T>(Route route, RestBody? body, Func<byte[], RestOutcome<T>> read, Permit permit, CancellationToken stop)
    {
        using var _ = permit;
        // Others may have met a wrong token or the guard's limit while this request waited for its turn.
        if (Forbidden(route) is { } why)
            return why;
        using var request = Request(route, body);
        using var timeout = new CancellationTokenSource(settings.AnswerTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stop);
        try
        {
            using var answer = await clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            permit.Told = RateHeaders.Of(answer.Headers);
            await answer.Content.LoadIntoBufferAsync(LargestAnswer, either.Token);
            return Sort(route, answer, await answer.Content.ReadAsByteArrayAsync(either.Token), read, permit);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException || (problem is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return Lost(route, request, problem);
        }
    }

    private RestOutcome<T> Sort<T>(Route route, HttpResponseMessage answer, byte[] body, Func<byte[], RestOutcome<T>> read, Permit permit)
    {
        switch (answer.StatusCode)
        {
            case var status when answer.IsSuccessStatusCode:
                return Understand(route, body, read);
            case HttpStatusCode.TooManyRequests:
                return Limited(route, RestErrors.Limit(answer, body), permit);
            case HttpStatusCode.Unauthorized when !route.TokenInPath:
                return WrongToken();
            case >= HttpStatusCode.InternalServerError and var status:
                logger.NoAnswer(route.Name, $"HTTP {(int)status}");
                return new Unreachable($"Discord answered {(int)status}.", MaybeSent: true);
            case var status:
                return Refuse(route, RestErrors.Refusal(status, body));
        }
    }

    private RestOutcome<T> Understand<T>(Route route, byte[] body, Func<byte[], RestOutcome<T>> read)
    {
        try
        {
            return read(body);
        }
        catch (JsonException)
        {
            return Garbled<T>(route);
        }
    }

    private RestOutcome<T> Garbled<T>(Route route)
    {
        logger.NoAnswer(route.Name, "the answer could not be read");
        return new Unreachable("Discord's answer could not be read.", MaybeSent: true);
    }

    private RateLimited Limited(Route route, RateLimited limited, Permit permit)
    {
        if (limited.Scope != RateScope.Shared)
            CountInvalid();
        _limiter.Block(permit, route, limited);
        logger.Limited(route.Name, limited.Scope, limited.After.TotalSeconds);
        return limited;
    }

    private TokenIsWrong WrongToken()
    {
        CountInvalid();
        if (!_tokenIsWrong)
            logger.WrongToken();
        _tokenIsWrong = true;
        return new();
    }

    private Refused Refuse(Route route, Refused refused)
    {
        const int UnknownMessage = 10008;
        if (refused.Status is 401 or 403)
            CountInvalid();
        if (refused.Status == 404 && route.TokenInPath && refused.Code != UnknownMessage)
            _dead.Add(route.Resource);
        logger.RefusedBy(route.Name, refused.Status, refused.Code);
        return refused;
    }

    private void CountInvalid()
    {
        _invalid.Count();
        if (_invalid.HoldBack() is { } after)
            logger.Silent(after.TotalSeconds);
    }

    private Unreachable Lost(Route route, HttpRequestMessage request, Exception problem)
    {
        var why = problem switch
        {
            HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => $"The connection failed ({http.HttpRequestError}).",
            OperationCanceledException => $"No answer within {settings.AnswerTimeout.TotalSeconds:0} s.",
            _ => "The connection broke.",
        };
        logger.NoAnswer(route.Name, why);
        return new(why, request.Content is WatchedContent { Begun: true });
    }

    private HttpRequestMessage Request(Route route, RestBody? body)
    {
        var request = new HttpRequestMessage(route.Method, new Uri(settings.BaseUrl, route.Path));
        request.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        if (!route.TokenInPath)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bot", settings.Token.Value);
        request.Content = (body ?? (route.Method == HttpMethod.Get ? null : RestBody.Empty))?.ToContent();
        return request;
    }
}
