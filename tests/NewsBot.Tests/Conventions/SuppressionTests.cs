using System.Text.RegularExpressions;

namespace NewsBot.Tests.Conventions;

/// <summary>A warning is mended, not silenced; where it must be silenced, somebody wrote down why.</summary>
public sealed partial class SuppressionTests
{
    private const int Most = 10;

    private static readonly (string File, int Line)[] Suppressions =
        [.. from file in Tree.Files()
            where Path.GetExtension(file) is ".cs" or ".csproj" or ".props" or ".targets" or ".pubxml"
            from line in Tree.Lines(file).Index()
            where Silences().IsMatch(line.Item)
            select (file, line.Index)];

    [Fact]
    public void At_most_ten_warnings_are_silenced() => Rule.Holds(
        $"Mend one of these {Suppressions.Length} warnings instead of silencing it: {Most} is the most this tree may hold.",
        Suppressions.Length <= Most ? [] : Suppressions.Select(Place));

    [Fact]
    public void Every_silenced_warning_has_a_reason() => Rule.Holds(
        "Say why these are silenced: a comment on the line or right above it, or a Justification.",
        Suppressions.Where(it => !HasReason(Tree.Lines(it.File), it.Line)).Select(Place));

    private static bool HasReason(string[] lines, int line) =>
        lines[line].Contains("Justification", StringComparison.Ordinal) || Comment().IsMatch(lines[line]) || (line > 0 && Comment().IsMatch(lines[line - 1]));

    private static string Place((string File, int Line) it) => $"{it.File}:{it.Line + 1}";

    [GeneratedRegex(@"^\s*#pragma\s+warning\s+disable|\[.*\bSuppressMessage\(|<NoWarn( |>)", RegexOptions.CultureInvariant)]
    private static partial Regex Silences();

    [GeneratedRegex(@"//\s*\w|<!--\s*\w|-->\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
