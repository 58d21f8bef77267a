using System.Xml.Linq;
using NewsBot.Core.Chat;

namespace NewsBot.Tests.Words;

/// <summary>The catalogues as translators see them.</summary>
internal static class CatalogueFiles
{
    public static TheoryData<Language> Languages => [.. Core.Chat.Languages.All.Skip(1)];

    public static Dictionary<string, string> Read(Language language) => XDocument.Load(FileOf(language)).Root!.Elements("data").ToDictionary(it => it.Attribute("name")!.Value, it => it.Element("value")!.Value);

    private static string FileOf(Language language) => Path.Combine(Repository.Folder, "src", "NewsBot.Core", "Words", $"Words.{language.Code()}.resx");
}
