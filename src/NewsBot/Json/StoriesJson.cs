namespace NewsBot.Json;

/// <summary>What `stories --json` prints: the files of each story, as they were named.</summary>
internal sealed record StoriesJson(IReadOnlyList<IReadOnlyList<string>> Stories);
