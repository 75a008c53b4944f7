using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Customers.Documents;

internal sealed class SweepDocumentsJob(DocumentSweeper sweeper) : IPortalJob
{
    public static string Key => "sweep-documents";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var swept = await sweeper.SweepAsync(cancellationToken);
        return swept.Missing > 0 ? JobReport.Failed($"{swept.Missing} documents have lost their file")
            : swept.Erased + swept.Orphans == 0 ? JobReport.Nothing
            : JobReport.Done($"{swept.Erased} files of removed documents, {swept.Orphans} files without a document taken away");
    }
}
