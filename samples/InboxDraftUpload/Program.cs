using InboxDraftUpload;

return (int)await UploadCommand.InvokeAsync(args);
