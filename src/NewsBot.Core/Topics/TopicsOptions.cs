using Microsoft.Extensions.Options;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Topics;

/// <summary>Section "Topics" of the settings: key → title and rule.</summary>
public sealed class TopicsOptions : Dictionary<string, TopicSetting>
{
    public IReadOnlyList<Topic> ToTopics() => this.Select(pair => new Topic(pair.Key, pair.Value.Title is { Length: > 0 } title ? title : pair.Key, new()
    {
        Any = [.. pair.Value.Any],
        All = [.. pair.Value.All],
        None = [.. pair.Value.None],
        Tags = [.. pair.Value.Tags],
        Sources = [.. pair.Value.Sources],
        Languages = [.. pair.Value.Languages],
    })
    {
        IsBreaking = pair.Value.Breaking,
        IsSensitive = pair.Value.Sensitive,
    }).ToArray();
}

public sealed class TopicSetting
{
    public string Title { get; set; } = "";
    public IList<string> Any { get; set; } = [];
    public IList<string> All { get; set; } = [];
    public IList<string> None { get; set; } = [];
    public IList<string> Tags { get; set; } = [];
    public IList<string> Sources { get; set; } = [];
    public IList<string> Languages { get; set; } = [];
    public bool Breaking { get; set; }
    public bool Sensitive { get; set; }
}

internal sealed class TopicsOptionsCheck : IValidateOptions<TopicsOptions>
{
    public ValidateOptionsResult Validate(string? name, TopicsOptions options)
    {
        var complaints = options.ToTopics().Select(Complaint).OfType<string>().ToArray();
        return complaints.Length > 0 ? ValidateOptionsResult.Fail(complaints) : ValidateOptionsResult.Success;
    }

    private static string? Complaint(Topic topic) => topic switch
    {
        _ when !Topic.IsKey(topic.Key) => $"Topics:{topic.Key}: a topic's key has up to {Topic.MaxKeyLength} small letters, digits and hyphens.",
        { Key: "everything" } => "Topics:everything: this word already means all topics; choose another key.",
        { Title.Length: > Topic.MaxTitleLength } => $"Topics:{topic.Key}:Title: at most {Topic.MaxTitleLength} characters.",
        _ when RuleText.Complaint(topic.Rule) is { } complaint => $"Topics:{topic.Key}: {complaint(Language.English)}",
        { Rule.IsEmpty: true } => $"Topics:{topic.Key}: give it at least one word under Any or All, or a tag or source.",
        _ => null,
    };
}
