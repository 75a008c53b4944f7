using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Jobs;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Features.Jobs.Api;

/// <summary>/api/v1/jobs</summary>
internal static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        var jobs = api.MapGroup("/jobs").WithTags("Jobs");

        jobs.MapGet("/", ListAsync).WithName("listJobs").Needs(JobPermissions.JobsRead)
            .WithSummary("List background jobs, their last run and their next")
            .WithDescription("Search looks at the id.")
            .AnswersPage<JobResource>();

        jobs.MapPost("/{id}/run", RunAsync).WithName("runJob").Needs(JobPermissions.JobsRun)
            .WithSummary("Run a job now, beside its schedule")
            .WithDescription("Answers once the run is queued; the list shows how it went. One job never runs twice at once.")
            .Produces(StatusCodes.Status202Accepted).Fails(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync([AsParameters] ListParameters list, IJobDirectory directory, CancellationToken cancellationToken)
    {
        var page = list.Read();
        if (!page.Succeeded)
        {
            return ApiResults.Problem(page.Error);
        }

        var jobs = await directory.ListAsync(cancellationToken);
        return ApiResults.Ok(jobs, all => ApiPage.Cut(all, page.Value, static job => job.Key, JobResource.Of));
    }

    private static async Task<IResult> RunAsync(string id, IJobDirectory directory, CancellationToken cancellationToken)
    {
        var queued = await directory.RunNowAsync(id, cancellationToken);
        return queued.Succeeded ? TypedResults.Accepted((string?)null) : ApiResults.Problem(queued.Error);
    }
}
