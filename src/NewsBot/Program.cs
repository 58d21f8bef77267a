using System.CommandLine;
using NewsBot;
using NewsBot.Verbs;

var root = new RootCommand("NewsBot posts new articles to the channels that follow them, and answers latest, search and support.")
{
    RunVerb.Command,
    ChatVerb.Command,
    InspectVerb.Command,
    SummarizeVerb.Command,
    StoriesVerb.Command,
    SearchVerb.Command,
    ImportVerb.Command,
    OpmlVerb.Command,
    CheckVerb.Command,
    HealthcheckVerb.Command,
    VersionVerb.Command,
};
root.SetAction(RunVerb.RunAsync);
return await CommandLineInterface.InvokeAsync(root, args);
