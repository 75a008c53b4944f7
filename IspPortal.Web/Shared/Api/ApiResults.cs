using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Web.Shared.Api;

/// <summary>Answers of endpoints: a service's result becomes a body or problem details.</summary>
internal static class ApiResults
{
    /// <summary>Problem details; the status comes from the error's kind unless <paramref name="status"/> says otherwise.</summary>
    public static IResult Problem(Error error, int? status = null) => new ProblemResult(error, status);

    /// <summary>400: the request could not be read.</summary>
    public static IResult Malformed(string field) => new ProblemResult(ApiErrors.MalformedField(field), StatusCodes.Status400BadRequest);

    /// <summary>200 with the mapped value, or the problem.</summary>
    public static IResult Ok<T, TBody>(Result<T> result, Func<T, TBody> map) =>
        result.Succeeded ? TypedResults.Ok(map(result.Value)) : Problem(result.Error);

    /// <summary>200 with a page of mapped rows, or the problem.</summary>
    public static IResult Page<T, TBody>(Result<Page<T>> result, Func<T, TBody> map) => Ok(result, page => ApiPage.Of(page, map));

    /// <summary>204, or the problem.</summary>
    public static IResult NoContent(Result result) => result.Succeeded ? TypedResults.NoContent() : Problem(result.Error);
}
