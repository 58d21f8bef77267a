using System.Globalization;
using BenchmarkDotNet.Running;
using NewsBot.Benchmarks.Storage;

// `search [articles] [PostgreSQL connection string]` and `outbox [PostgreSQL connection string]` time storage themselves; anything else goes to
// BenchmarkDotNet (`--list flat` names what it has).
switch (args)
{
    case ["search", .. var rest]:
        await SearchFigures.RunAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 200_000, rest.ElementAtOrDefault(1));
        break;
    case ["outbox", .. var rest]:
        await OutboxFigures.RunAsync(rest.ElementAtOrDefault(0));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
