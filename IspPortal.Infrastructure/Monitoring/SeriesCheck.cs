using IspPortal.Infrastructure.Series;
using IspPortal.Infrastructure.Series.Verification;

namespace IspPortal.Infrastructure.Monitoring;

/// <summary>The operator's command that checks what is kept over time, and mends it when told to.</summary>
internal sealed class SeriesCheck(SeriesStore store, BusinessZone zone)
{
    /// <summary>Writes what is wrong, a line each; 0 when all is whole, 2 when something can be rebuilt and was not, 1 when something is lost.</summary>
    public async Task<int> RunAsync(bool repair, TextWriter output, CancellationToken cancellationToken)
    {
        var verdict = await store.VerifyAsync(await zone.GetAsync(cancellationToken), repair, cancellationToken);
        foreach (var fault in verdict.Faults)
        {
            await output.WriteLineAsync($"{WordOf(fault.Remedy)}: {fault.Where}: {fault.What}");
        }

        await output.WriteLineAsync($"{verdict.Chunks} chunks, {verdict.Rows} journal rows and {verdict.Days} rows of usage read, {verdict.Faults.Count} faults.");
        return verdict.IsWhole ? 0 : verdict.Faults.Any(static f => f.Remedy is SeriesRemedy.CannotBeRebuilt or SeriesRemedy.TakenOut) ? 1 : 2;
    }

    private static string WordOf(SeriesRemedy remedy) => remedy switch
    {
        SeriesRemedy.CanBeRebuilt => "can be rebuilt (--repair)",
        SeriesRemedy.Rebuilt => "rebuilt",
        SeriesRemedy.CannotBeRebuilt => "cannot be rebuilt",
        _ => "taken out",
    };
}
