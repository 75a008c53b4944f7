using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Mapping.Photos;

internal sealed class SweepPlantPhotosJob(PlantPhotoSweeper sweeper) : IPortalJob
{
    public static string Key => "sweep-plant-photos";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var (orphans, missing) = await sweeper.SweepAsync(cancellationToken);
        return missing > 0 ? JobReport.Failed($"{missing} photos have lost their file") : orphans == 0 ? JobReport.Nothing : JobReport.Done($"{orphans} files without a photo taken away");
    }
}
