namespace NewsBot.Json;

/// <summary>What `summarize --json` prints for each file.</summary>
internal sealed record SummaryJson(string File, IReadOnlyList<string> Sentences);
