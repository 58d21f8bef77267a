using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NewsBot.BotApi;

/// <summary>Answers requests: reads a call, plays a fault on it if one is due, has it done, and writes down what came of it.</summary>
internal sealed class Exchange(World world, FaultPlan faults)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly List<Call> _calls = [];
    private long _last;

    /// <summary>Fires when a call has arrived, and when it was answered.</summary>
    public Signal Changed { get; } = new();

    public IReadOnlyList<Call> Calls
    {
        get
        {
            lock (_calls) return [.. _calls];
        }
    }

    public void Forget()
    {
        lock (_calls) _calls.Clear();
    }

    public async Task AnswerAsync(HttpContext context)
    {
        try
        {
            var path = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (path is ["file", var owner, .. var file] && owner.StartsWith("bot", StringComparison.Ordinal)) await SendFileAsync(context, owner[3..], string.Join('/', file));
            else if (path is [var bot, var method] && bot.StartsWith("bot", StringComparison.Ordinal)) await CallAsync(context, bot[3..], method);
            else await WriteAsync(context, Failure(Refusal.NotFound()), null);
        }
        catch (Exception gone) when (context.RequestAborted.IsCancellationRequested && gone is OperationCanceledException or IOException)
        {
            // Whoever asked has gone, perhaps in the middle of a word.
        }
    }

    private async Task CallAsync(HttpContext context, string token, string method)
    {
        Call? call = null;
        Answer answer;
        try
        {
            var (fields, files) = await RequestReader.ReadAsync(context.Request, context.RequestAborted);
            call = Record(token, method, fields, files);
            if (call.Fault is { } fault && await PlayBeforeAsync(context, call, fault)) return;
            answer = Success(await DoAsync(call, context.RequestAborted));
            call.WasAccepted = true;
        }
        catch (Refusal refusal)
        {
            answer = Failure(refusal);
        }
        catch (Exception bug) when (bug is not (OperationCanceledException or IOException))
        {
            // A mistake in this server must be read in the test that found it.
            answer = Failure(new(500, $"Internal Server Error: the test server broke: {bug}"));
        }
        Changed.Fire();
        if (call?.Fault is { } late && call.WasAccepted && await PlayAfterAsync(context, call, late)) return;
        await WriteAsync(context, answer, call);
    }

    /// <summary>Does what a webhook's answer asks for; nobody hears what came of it.</summary>
    public async Task DoAsync(string token, JsonObject body)
    {
        var fields = body.Where(it => it.Key != "method" && it.Value is not null)
            .ToDictionary(it => it.Key, it => it.Value is JsonValue text && text.TryGetValue<string>(out var words) ? words : it.Value!.ToJsonString());
        var call = Record(token, (string?)body["method"] ?? "", fields, []);
        try
        {
            await DoAsync(call, CancellationToken.None);
            (call.WasAccepted, call.Code) = (true, 200);
        }
        catch (Refusal refusal)
        {
            (call.Code, call.Description) = (refusal.Code, refusal.Description);
        }
        Changed.Fire();
    }

    private Call Record(string token, string method, Dictionary<string, string> fields, Dictionary<string, byte[]> files)
    {
        Call call;
        lock (_calls)
        {
            call = new Call(++_last, token, method, fields, world.Now, Stopwatch.GetElapsedTime(_started)) { Files = files };
            call.Bot = world.Bots.GetValueOrDefault(token);
            call.Fault = faults.For(call);
            _calls.Add(call);
        }
        Changed.Fire();
        return call;
    }

    private async Task<JsonNode?> DoAsync(Call call, CancellationToken stop)
    {
        if (call.Bot is not { } bot) throw Refusal.Unauthorized();
        if (call.Is("getUpdates")) return await Polling.PollAsync(world, bot, call, stop);
        if (!MethodTable.Methods.TryGetValue(call.Method, out var method)) throw Refusal.NotFound();
        lock (world.Gate) return method(new(world, bot, call));
    }

    private static async Task<bool> PlayBeforeAsync(HttpContext context, Call call, Fault fault)
    {
        switch (fault)
        {
            case Fault.Dropped { IsAccepted: false }:
                context.Abort();
                return true;
            case Fault.Hushed { IsAccepted: false }:
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return true;
            case Fault.Foreign { IsAccepted: false } page:
                await WriteHtmlAsync(context, call, page);
                return true;
            case Fault.Refused refused:
                throw new Refusal(refused.Code, refused.Description, (JsonObject?)refused.Parameters?.DeepClone());
            default:
                return false;
        }
    }

    private static async Task<bool> PlayAfterAsync(HttpContext context, Call call, Fault fault)
    {
        switch (fault)
        {
            case Fault.Dropped:
                context.Abort();
                return true;
            case Fault.Hushed:
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return true;
            case Fault.Foreign page:
                await WriteHtmlAsync(context, call, page);
                return true;
            case Fault.Garbled garbled:
                call.Code = 200;
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(garbled.Body, context.RequestAborted);
                return true;
            case Fault.Slowed slowed:
                await Task.Delay(slowed.Delay, context.RequestAborted);
                return false;
            default:
                return false;
        }
    }

    private static Task WriteHtmlAsync(HttpContext context, Call call, Fault.Foreign page)
    {
        context.Response.StatusCode = call.Code = page.Code;
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync(page.Html, context.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext context, Answer answer, Call? call)
    {
        if (call is not null) (call.Code, call.Description) = (answer.Code, answer.Description);
        context.Response.StatusCode = answer.Code;
        context.Response.ContentType = "application/json";
        if (answer.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.Body.ToJsonString()), context.RequestAborted);
    }

    private async Task SendFileAsync(HttpContext context, string token, string path)
    {
        StoredFile? file = null;
        lock (world.Gate)
            if (world.Bots.TryGetValue(token, out var bot))
                file = world.Files.Values.FirstOrDefault(it => it.Path == path && it.Owner == bot.Id);
        if (file is null)
        {
            await WriteAsync(context, Failure(Refusal.NotFound()), null);
            return;
        }
        context.Response.ContentType = "application/octet-stream";
        await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }

    private static Answer Success(JsonNode? result) => new(200, new() { ["ok"] = true, ["result"] = result }, null);

    private static Answer Failure(Refusal refusal)
    {
        var body = new JsonObject { ["ok"] = false, ["error_code"] = refusal.Code, ["description"] = refusal.Description };
        if (refusal.Parameters is { } parameters) body["parameters"] = parameters.DeepClone();
        return new(refusal.Code, body, refusal.Description) { RetryAfter = refusal.Parameters?["retry_after"] is { } wait ? long.Parse(wait.ToJsonString(), CultureInfo.InvariantCulture) : null };
    }

    private sealed record Answer(int Code, JsonObject Body, string? Description)
    {
        public long? RetryAfter { get; init; }
    }
}
