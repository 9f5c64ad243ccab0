package dev.sluice.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Shows readers and listers whole objects only. S3Proxy's own store writes beside the object, where
 * a list shows it, and reads an object's length and bytes in two steps. Here every object is
 * written to a staging folder and renamed into place in one step.
 */
final class AtomicBlobStore extends ForwardingBlobStore {

  private final ObjectStaging stage;
  private final BlobStore staged;
  private final ReadWriteLock names = new ReentrantReadWriteLock(true);
  private final Object completing = new Object();

  private AtomicBlobStore(ObjectStaging stage) {
    super(new FilesystemNio2BlobStore(stage.objects().toString()));
    this.stage = stage;
    this.staged = new FilesystemNio2BlobStore(stage.folder().toString());
  }

  /** The store that keeps its objects in a folder. */
  static AtomicBlobStore in(Path folder) throws IOException {
    AtomicBlobStore store = new AtomicBlobStore(ObjectStaging.in(folder));
    store.list().buckets().forEach(bucket -> store.stage.open(bucket.name()));
    return store;
  }

  /** Makes a bucket unless it is there. */
  void createBucketIfMissing(String bucket) {
    if (list().buckets().stream().noneMatch(existing -> existing.name().equals(bucket))) {
      createContainer(CreateBucketRequest.builder().bucket(bucket).build());
    }
  }

  @Override
  public CreateBucketResponse createContainer(CreateBucketRequest request) {
    CreateBucketResponse response = super.createContainer(request);
    stage.open(request.bucket());
    return response;
  }

  @Override
  public void deleteBucket(String bucket) {
    super.deleteBucket(bucket);
    stage.close(bucket);
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
    if (request.key().endsWith("/")) {
      return locked(names.writeLock(), () -> super.putBlob(request, body));
    }
    String name = stage.freshName();
    PutObjectResponse response =
        staged.putBlob(request.copy(put -> put.key(name).ifNoneMatch(null)), body);
    publish(request.bucket(), name, request.key(), request.ifNoneMatch());
    return response;
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    String bucket = request.destinationBucket();
    String source = stage.freshName();
    String name = stage.freshName();
    stage.link(request.sourceBucket(), request.sourceKey(), bucket, source);
    try {
      CopyObjectResponse response =
          staged.copyBlob(
              request.copy(
                  copy -> copy.sourceBucket(bucket).sourceKey(source).destinationKey(name)));
      publish(bucket, name, request.destinationKey(), null);
      return response;
    } finally {
      stage.discard(bucket, source);
    }
  }

  @Override
  public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
    return staged.initiateMultipartUpload(request);
  }

  @Override
  public UploadPartResponse uploadMultipartPart(
      MultipartUpload upload, UploadPartRequest request, InputStream body) {
    return staged.uploadMultipartPart(upload, request, body);
  }

  @Override
  public List<Part> listMultipartUpload(MultipartUpload upload) {
    return staged.listMultipartUpload(upload);
  }

  @Override
  public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(
      String bucket) {
    return staged.listMultipartUploads(bucket);
  }

  @Override
  public void abortMultipartUpload(MultipartUpload upload) {
    staged.abortMultipartUpload(upload);
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    // Two uploads of one key would have the same name in the staging folder.
    synchronized (completing) {
      CompleteMultipartUploadResponse response =
          staged.completeMultipartUpload(
              upload, request.copy(unconditional -> unconditional.ifNoneMatch(null)));
      publish(upload.containerName(), upload.blobName(), upload.blobName(), request.ifNoneMatch());
      return response;
    }
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    return locked(names.writeLock(), () -> super.removeBlob(request));
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    return locked(names.readLock(), () -> super.list(request));
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    return locked(names.readLock(), () -> super.blobMetadata(request));
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    // Only opening needs the lock: an open file keeps its bytes when its name gets others.
    return locked(names.readLock(), () -> super.getBlob(request));
  }

  private void publish(String bucket, String name, String key, String ifNoneMatch) {
    try {
      stage.persist(bucket, name);
      locked(
          names.writeLock(),
          () -> {
            requireNoMatch(bucket, key, ifNoneMatch);
            stage.publish(bucket, name, key);
            return key;
          });
    } finally {
      stage.discard(bucket, name);
    }
  }

  private void requireNoMatch(String bucket, String key, String ifNoneMatch) {
    if (ifNoneMatch == null) {
      return;
    }
    HeadObjectResponse present = super.blobMetadataIfPresent(bucket, key);
    if (present != null && (ifNoneMatch.equals("*") || same(ifNoneMatch, present.eTag()))) {
      throw S3Exceptions.fromStatusCode(412);
    }
  }

  private static boolean same(String tag, String other) {
    return tag.replace("\"", "").equals(String.valueOf(other).replace("\"", ""));
  }

  private static <T> T locked(Lock lock, Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
