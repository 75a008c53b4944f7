using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Network.Isolir;

namespace IspPortal.Infrastructure.Network.Isolir;

internal sealed class CheckIsolirKitsJob(IIsolirKit kit) : IPortalJob
{
    public static string Key => "check-isolir-kits";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var round = await kit.CheckDueAsync(all: context.ByHand, cancellationToken);
        return !round.Succeeded ? JobReport.Failed(round.Error.Code)
            : round.Value is (0, 0, 0) ? JobReport.Nothing
            : round.Value is { Red: 0, Failed: 0 } ? JobReport.Done($"{round.Value.Green} kits are good")
            : JobReport.Failed($"{round.Value.Green} kits are good, {round.Value.Red} are not, {round.Value.Failed} could not be checked");
    }
}
