using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Network.Backups;
using IspPortal.Core.Settings;

namespace IspPortal.Infrastructure.Network.Backups;

internal sealed class BackUpRoutersJob(RouterBackupTaker taker, ISettingsReader<BackupSettings> settings) : IPortalJob
{
    public static string Key => "back-up-routers";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        if (!context.ByHand && !(await settings.GetAsync(cancellationToken)).Nightly)
        {
            return JobReport.Nothing;
        }

        var (kept, failed) = await taker.TakeAllAsync(cancellationToken);
        return kept + failed == 0 ? JobReport.Nothing
            : failed == 0 ? JobReport.Done($"{kept} routers kept")
            : JobReport.Failed($"{kept} routers kept, {failed} failed");
    }
}
