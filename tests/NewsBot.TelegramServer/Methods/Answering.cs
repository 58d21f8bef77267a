using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>Answers to what people wait for: a pressed button, and words typed after the bot's name.</summary>
internal static class Answering
{
    /// <summary>Characters of an answer to a press (the Bot API's answerCallbackQuery).</summary>
    private const int LongestAnswer = 200;

    public static JsonNode Press(Request request)
    {
        var press = request.World.Presses.GetValueOrDefault(request.Call["callback_query_id"] ?? "");
        if (press is null || press.Bot != request.Bot || press.IsAnswered || request.Now - press.At > request.World.Options.PressLifetime) throw TooOld();
        var text = request.Call["text"] ?? "";
        if (text.Length > LongestAnswer) throw Refusal.Bad("MESSAGE_TOO_LONG");
        press.Answer(new(text, request.Call.Flag("show_alert"), request.Call["url"]));
        return true;
    }

    public static JsonNode Question(Request request)
    {
        var call = request.Call;
        var results = InlineResults.Read(request, call.Array("results") ?? throw Refusal.Bad("results are not specified"));
        var next = call["next_offset"] ?? "";
        if (System.Text.Encoding.UTF8.GetByteCount(next) > 64) throw Refusal.Bad("NEXT_OFFSET_INVALID");
        var question = request.World.Questions.GetValueOrDefault(call["inline_query_id"] ?? "");
        if (question is null || question.Bot != request.Bot || question.IsAnswered || request.Now - question.At > request.World.Options.QuestionLifetime) throw TooOld();
        question.Answer(new(results, next, TimeSpan.FromSeconds(call.Number32("cache_time") ?? 300), call.Flag("is_personal")));
        return true;
    }

    private static Refusal TooOld() => Refusal.Bad("query is too old and response timeout expired or query ID is invalid");
}
