namespace NewsBot.Storage.Search;

/// <summary>A paragraph with the places of the words that matched, in order and apart from each other.</summary>
/// <param name="Worth">Different terms that occur count most, then how often.</param>
internal sealed record Passage(string Text, IReadOnlyList<(int From, int To)> Hits, int Worth);
