using System.Text.RegularExpressions;

namespace NewsBot.Tests.Conventions;

public sealed partial class TreeTests
{
    private static readonly string[] Allowed =
        ["src", "tests", "seeds", "appsettings.json", "NewsBot.sln", "README.md", "Dockerfile", "LICENSE", "global.json"];

    [Fact]
    public void The_top_folder_holds_only_what_was_agreed() => Rule.Holds(
        "Move these under src/, tests/ or seeds/: the top folder is fixed by the person this project is built for.",
        Tree.Top().Where(name => !name.StartsWith('.') && !Allowed.Contains(name)));

    [Fact]
    public void A_source_file_stays_within_250_lines() => Rule.Holds(
        "Split these: a file is one idea with one name, and 250 lines is where the argument ends.",
        Tree.Files("src", ".cs").Select(file => (file, Tree.Lines(file).Length)).Where(it => it.Length > 250).Select(it => $"{it.file}: {it.Length} lines"));

    [Fact]
    public void No_file_names_a_folder_of_somebody_s_machine() => Rule.Holds(
        "Write these paths relative to the checkout, or take them from a setting: they exist on one machine only.",
        Places(file => !IsPicture(file), MachinePath()));

    [Fact]
    public void Lock_files_name_no_server() => Rule.Holds(
        "Remove these addresses: a lock file holds names, versions and hashes, and each machine knows its own package server.",
        Places(file => file.EndsWith(".lock.json", StringComparison.Ordinal), Address()));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = string.Join('\n', Tree.Lines("NewsBot.sln")).Replace('\\', '/');
        Rule.Holds(
            "Add these with `dotnet sln add`, else nobody builds or tests them.",
            Tree.Files("", ".csproj").Where(project => !solution.Contains(project, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Places(Func<string, bool> isMeant, Regex pattern) =>
        from file in Tree.Files()
        where isMeant(file)
        from line in Tree.Lines(file).Index()
        where pattern.IsMatch(line.Item)
        select $"{file}:{line.Index + 1}: {pattern.Match(line.Item).Value}";

    private static bool IsPicture(string file) => Path.GetExtension(file) is ".png" or ".jpg" or ".gif" or ".webp" or ".ico";

    [GeneratedRegex(@"(?<![\w./}*-])/(root|home|Users|work)/\w|\b[A-Z]:\\+Users\\", RegexOptions.CultureInvariant)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\w+://[^\s""]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
