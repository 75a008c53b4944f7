namespace IspPortal.Web.Shared.Errors;

/// <summary>An error as a person reads it.</summary>
/// <param name="WhatHappened">One short sentence.</param>
/// <param name="WhatToDo">What it means and what to do; empty when there is nothing to say.</param>
/// <param name="Code">The stable code, shown small beside it.</param>
/// <param name="Detail">The outside's own words, or null.</param>
internal sealed record ErrorSentence(string WhatHappened, string WhatToDo, string Code, string? Detail);
