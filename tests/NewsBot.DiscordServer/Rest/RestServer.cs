using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NewsBot.DiscordApi;

/// <summary>Takes a call through what stands before Discord's API (faults, ban, limits, rights) to its handler, and writes the answer down.</summary>
internal sealed class RestServer(World world, Faults faults, CallLog log)
{
    private readonly Buckets _buckets = new(world.Options.RateLimits, world.Clock);

    public InvalidRequests Invalid { get; } = new(world.Clock);

    public async Task HandleAsync(HttpContext context, string path)
    {
        var (body, files, problem) = await BodyReader.ReadAsync(context.Request);
        var (route, values, pathExists) = Routes.Find(context.Request.Method, path);
        var bot = Bot(context.Request);
        var call = new Call(world.Now, context.Request.Method, route?.Name ?? $"{context.Request.Method} {path}", values.Where(it => it.Key != "token").ToDictionary(), body?.DeepClone(), [.. files.Select(file => file.Name)], context.Request.Headers.UserAgent.ToString()) { Bot = bot };
        log.Add(call);
        call.Fault = faults.For(call);
        if (!await BeforeAsync(context, call)) return;
        var toll = route is null ? null : world.See(() => _buckets.Pay(bot?.Id ?? 0, route, values));
        var reply = Refuse(context.Request, bot, route, pathExists, problem) ?? (toll is { IsRefused: true } ? TooMany(context, toll) : Handle(call, route!, new(world, bot, values, Query(context.Request), body, files)));
        if (call.Fault is Fault.Cut { AfterAccept: true })
        {
            context.Abort();
            return;
        }
        if (call.Fault is Fault.Silent { AfterAccept: true }) await NeverAsync(context);
        if (toll is not null) Tell(context.Response, toll);
        await WriteAsync(context, call, reply.Status, "application/json", reply.Body is null ? [] : Json.Bytes(reply.Body), isShared: false);
    }

    private Bot? Bot(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith("Bot ", StringComparison.Ordinal) ? world.See(() => world.BotsByToken.GetValueOrDefault(header[4..])) : null;
    }

    /// <summary>False when a fault took the call's place.</summary>
    private async Task<bool> BeforeAsync(HttpContext context, Call call)
    {
        if (Invalid.Count >= world.Options.InvalidRequestsBeforeBan)
        {
            context.Response.Headers.RetryAfter = "600";
            await WriteAsync(context, call, 429, "text/plain", "error code: 1015"u8.ToArray(), isShared: true);
            return false;
        }
        switch (call.Fault)
        {
            case Fault.Cut { AfterAccept: false }:
                context.Abort();
                return false;
            case Fault.Silent { AfterAccept: false }:
                await NeverAsync(context);
                return false;
            case Fault.Late late:
                await Task.Delay(late.Delay, world.Clock, context.RequestAborted);
                return true;
            case Fault.Api api:
                call.Code = api.Is.Code;
                if (api.Is.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = Seconds(Math.Ceiling(seconds));
                await WriteAsync(context, call, api.Is.Status, "application/json", Json.Bytes(api.Is.Body()), isShared: false);
                return false;
            case Fault.TooMany much:
                var toll = new Toll("0123456789abcdef0123456789abcdef", new(5, TimeSpan.FromSeconds(5)), 0, world.Now + much.RetryAfter, much.RetryAfter, much.Scope);
                var reply = TooMany(context, toll);
                Tell(context.Response, toll);
                await WriteAsync(context, call, reply.Status, "application/json", Json.Bytes(reply.Body!), isShared: much.Scope == "shared");
                return false;
            case Fault.Answer answer:
                if (answer.RetryAfter is { } wait) context.Response.Headers.RetryAfter = Seconds(Math.Ceiling(wait.TotalSeconds));
                await WriteAsync(context, call, answer.Status, answer.Type, Encoding.UTF8.GetBytes(answer.Body), isShared: false);
                return false;
            default:
                return true;
        }
    }

    private static Reply? Refuse(HttpRequest request, Bot? bot, Route? route, bool pathExists, ApiError? problem)
    {
        var error = request.Headers.UserAgent.Count == 0 ? ApiError.InternalNetwork
            : route is null ? (pathExists ? ApiError.MethodNotAllowed : ApiError.NotFound)
            : route.NeedsBot && bot is null ? ApiError.Unauthorized
            : problem;
        return error is null ? null : new(error.Status, error.Body());
    }

    private Reply Handle(Call call, Route route, Request request)
    {
        try
        {
            return world.Do(() => route.Handle(request));
        }
        catch (ApiException refused)
        {
            call.Code = refused.Error.Code;
            return new(refused.Error.Status, refused.Error.Body(refused.Errors));
        }
    }

    private static Reply TooMany(HttpContext context, Toll toll)
    {
        var seconds = Math.Max(0.001, Math.Round(toll.ResetAfter.TotalSeconds, 3));
        context.Response.Headers.RetryAfter = Seconds(Math.Ceiling(seconds));
        if (toll.RefusedBy == "global") context.Response.Headers["X-RateLimit-Global"] = "true";
        context.Response.Headers["X-RateLimit-Scope"] = toll.RefusedBy;
        var message = toll.RefusedBy == "shared" ? "The resource is being rate limited." : "You are being rate limited.";
        return new(429, new JsonObject { ["message"] = message, ["retry_after"] = seconds, ["global"] = toll.RefusedBy == "global" });
    }

    private static void Tell(HttpResponse response, Toll toll)
    {
        // A global refusal tells nothing about the bucket.
        if (toll.RefusedBy == "global") return;
        response.Headers["X-RateLimit-Bucket"] = toll.Bucket;
        response.Headers["X-RateLimit-Limit"] = $"{toll.Limit.Count}";
        response.Headers["X-RateLimit-Remaining"] = $"{toll.Remaining}";
        response.Headers["X-RateLimit-Reset"] = Seconds(toll.Reset.ToUnixTimeMilliseconds() / 1000.0);
        response.Headers["X-RateLimit-Reset-After"] = Seconds(Math.Max(0, toll.ResetAfter.TotalSeconds));
    }

    private async Task WriteAsync(HttpContext context, Call call, int status, string type, byte[] body, bool isShared)
    {
        (call.Status, call.AnsweredAt) = (status, world.Now);
        if (status is 401 or 403 or 429 && !isShared) Invalid.Add();
        context.Response.StatusCode = status;
        context.Response.Headers.Via = "1.1 google";
        if (body.Length == 0) return;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static Task NeverAsync(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    private static Dictionary<string, string> Query(HttpRequest request) => request.Query.ToDictionary(it => it.Key, it => it.Value.ToString());

    private static string Seconds(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);
}

/// <summary>Every call in order.</summary>
internal sealed class CallLog(World world)
{
    private readonly List<Call> _calls = [];

    public IReadOnlyList<Call> All => world.See(() => _calls.ToArray());

    public Call? Find(Func<Call, bool> where) => _calls.FirstOrDefault(where);

    public void Add(Call call)
    {
        if (world.Options.KeepsCalls) world.Do(() => _calls.Add(call));
    }
}
