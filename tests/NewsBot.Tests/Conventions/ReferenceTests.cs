using System.Xml.Linq;

namespace NewsBot.Tests.Conventions;

/// <summary>The picture in src/notes/architecture.md: outside dependencies enter at one place each, and the core sees nobody.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> References = Tree.Files("", ".csproj").ToDictionary(Name, file => Included(file, "ProjectReference").Select(Name).ToArray());

    [Fact]
    public void The_core_references_no_project() => Rule.Holds(
        "Turn these around: the core declares a port, and the other project implements it.",
        References["NewsBot.Core"]);

    [Fact]
    public void Platforms_sources_and_storage_see_only_the_core() => Rule.Holds(
        "Let these speak through a port of the core: projects beside each other must not know each other.",
        from project in Inner()
        from reference in References[project]
        where reference != "NewsBot.Core"
        select $"{project} → {reference}");

    [Fact]
    public void Nobody_but_tests_references_the_host() => Rule.Holds(
        "Move what these need out of the host: it only puts the parts together.",
        from project in Source()
        where References[project].Contains("NewsBot")
        select $"{project} → NewsBot");

    [Fact]
    public void The_core_knows_no_SDK_no_SQL_and_no_HTTP() => Rule.Holds(
        "Put what needs these behind a port: the core's only outside packages are Microsoft.Extensions.* and Humanizer.",
        Included("src/NewsBot.Core/NewsBot.Core.csproj", "PackageReference")
            .Concat(Included("src/NewsBot.Core/NewsBot.Core.csproj", "FrameworkReference"))
            .Where(package => package != "Humanizer" && !package.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)));

    [Fact]
    public void An_outside_package_enters_at_one_place() => Rule.Holds(
        "Keep each of these in one project: that is what the projects are split for.",
        from project in Tree.Files("src", ".csproj")
        from package in Included(project, "PackageReference")
        where !package.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        group Name(project) by package into places
        where places.Count() > 1
        select $"{places.Key}: {string.Join(", ", places)}");

    private static IEnumerable<string> Source() => Tree.Files("src", ".csproj").Select(Name);

    private static IEnumerable<string> Inner() => Source().Where(project => project is not ("NewsBot" or "NewsBot.Core"));

    private static IEnumerable<string> Included(string project, string item) =>
        XDocument.Load(Path.Combine(Repository.Folder, project)).Descendants(item).Select(it => it.Attribute("Include")?.Value).OfType<string>();

    private static string Name(string project) => Path.GetFileNameWithoutExtension(project.Replace('\\', '/'));
}
